import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks and the page asks for. The chart's drawing is looked at in a browser, not here.
const nothing = () => undefined;
const context = new Proxy(
  {},
  { get: (_target, name) => (name === 'measureText' ? () => ({ width: 10 }) : nothing), set: () => true },
);
Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: () => context });
Object.assign(globalThis, {
  Path2D: class {
    moveTo = nothing;
    lineTo = nothing;
    rect = nothing;
    addPath = nothing;
    closePath = nothing;
    arc = nothing;
  },
  ResizeObserver: class {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  },
});
Object.assign(window, {
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: nothing,
    removeEventListener: nothing,
  }),
});

// Lists that are chosen from scroll to what is chosen; nothing scrolls here.
Element.prototype.scrollIntoView = nothing;

// Waits end as soon as the condition holds; the deadline is for a machine that is busy with other builds.
configure({ asyncUtilTimeout: 20_000 });

// jsdom knows the element, and not what it does.
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
  this.open = false;
};

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
