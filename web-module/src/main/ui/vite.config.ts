import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.OPTIBID_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  // Relative, so that the WAR works under any context root.
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../target/ui', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page lives under a Content-Security-Policy of default-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': backend } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    // Another zone than any market's: a test that leans on the machine's zone fails.
    env: { TZ: 'America/St_Johns' },
  },
});
