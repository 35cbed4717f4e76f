import { Progress } from '@mantine/core';
import type { BidRun, BidRunStep } from '../../lib/api/types';
import { sentence } from '../../lib/format';
import { isActive } from '../../lib/run';
import { duration } from '../../lib/time';

const NAMES: readonly BidRunStep['name'][] = [
  'inputs',
  'forecast',
  'plan',
  'bids',
  'validate',
  'submit',
  'clear',
  'settle',
];

type Mark = 'done' | 'now' | 'failed' | 'todo';

const GLYPH: Record<Mark, string> = { done: '✓', now: '●', failed: '✕', todo: '○' };
const SPOKEN: Record<Mark, string> = {
  done: 'done',
  now: 'in progress',
  failed: 'failed',
  todo: 'not started',
};

/** The eight steps of a run and how far it is. */
export function StepStrip({ run }: { run: BidRun }) {
  const steps =
    run.steps.length > 0
      ? run.steps
      : NAMES.map((name): BidRunStep => ({ name, state: 'pending', inputs: [] }));
  return (
    <div className="steps">
      <ol aria-label="Steps of the run">
        {steps.map((step) => {
          const mark = markOf(step, run);
          return (
            <li
              key={step.name}
              className={`step step-${mark}`}
              aria-current={mark === 'now' ? 'step' : undefined}
              title={used(step)}
            >
              <span aria-hidden="true">{GLYPH[mark]}</span> {sentence(step.name)}
              <span className="sr-only">, {SPOKEN[mark]}</span> <span className="dim">{took(step)}</span>
            </li>
          );
        })}
      </ol>
      {isActive(run.state) && (
        <Progress
          value={run.progress * 100}
          size={3}
          aria-label="Progress of the run"
          transitionDuration={200}
        />
      )}
    </div>
  );
}

function markOf(step: BidRunStep, run: BidRun): Mark {
  switch (step.state) {
    case 'failed':
      return 'failed';
    case 'done':
      return 'done';
    case 'running':
      return run.state === 'failed' ? 'failed' : 'now';
    case 'pending':
      return 'todo';
  }
}

/** What the step used, a line each, for the pointer that rests on it. */
function used(step: BidRunStep): string | undefined {
  return step.inputs.length === 0
    ? undefined
    : step.inputs.map((input) => `${input.name}: ${input.value}`).join('\n');
}

function took(step: BidRunStep): string {
  return step.startedAt === undefined || step.finishedAt === undefined
    ? ''
    : duration(Date.parse(step.finishedAt) - Date.parse(step.startedAt));
}
