import { words } from './wording.js';
import type { Language } from './wording.js';

type PanelProps = {
  readonly language: Language;
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

/** What stands on the page while there is no one to ask as: opening, signing in, or a failure. */
export function Panel({ language, text, detail, action }: PanelProps) {
  return (
    <main className="panel">
      <h1>{words.hub[language]}</h1>
      <p role={detail ? 'alert' : 'status'}>{text}</p>
      {detail && <p className="panel-detail">{detail}</p>}
      {action && (
        <button type="button" data-testid="panel-action" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </main>
  );
}
