import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** How many, or of what. */
  readonly note?: ReactNode;
  /** Buttons, at the end of the line. */
  readonly children?: ReactNode;
}

/** The title of a page, which is also the window's. */
export function PageHead({ title, note, children }: Props) {
  useEffect(() => {
    document.title = `${title} · OptiBid`;
    return () => {
      document.title = 'OptiBid';
    };
  }, [title]);
  return (
    <header className="page-head">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {note !== undefined && <span className="dim page-note">{note}</span>}
      <span className="bar-space" />
      {children}
    </header>
  );
}
