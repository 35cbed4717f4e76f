import { ActionIcon, useMantineColorScheme } from '@mantine/core';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const NAME = { auto: 'as the system', light: 'light', dark: 'dark' } as const;
const DRAWING = {
  auto: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.5v9a4.5 4.5 0 0 1 0-9Z',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM7.3 1h1.4v2.4H7.3zM7.3 12.6h1.4V15H7.3zM1 7.3h2.4v1.4H1zM12.6 7.3H15v1.4h-2.4z',
  dark: 'M6.2 2.2A6 6 0 1 0 13.8 10 5.2 5.2 0 0 1 6.2 2.2Z',
} as const;

/** Light, dark or as the system says. */
export function ThemeSwitch() {
  // Mantine stops transitions with a style element of its own, which the Content-Security-Policy would refuse.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const label = `Theme: ${NAME[colorScheme]}. Change to ${NAME[NEXT[colorScheme]]}.`;
  return (
    <ActionIcon
      variant="transparent"
      className="bar-icon"
      aria-label={label}
      title={label}
      onClick={() => {
        setColorScheme(NEXT[colorScheme]);
      }}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        fill="currentColor"
        fillRule="evenodd"
      >
        <path d={DRAWING[colorScheme]} />
      </svg>
    </ActionIcon>
  );
}
