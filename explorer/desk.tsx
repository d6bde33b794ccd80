import { useState } from 'react';
import type { Asker, Opening } from './asker.js';
import { Picker } from './picker.js';
import { askingAs, words } from './wording.js';
import type { Language, Purpose } from './wording.js';
import { Workbench } from './workbench.js';

type DeskProps = {
  readonly opening: Opening;
  readonly first: Asker;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onSignIn?: () => void;
};

const asChoice = ({ code, title }: Purpose) => ({ key: code, title });

/** The bar that says who asks and for what, above the editor that asks. */
export function Desk({ opening: { askers, operations }, first, language, onLanguage, onSignIn }: DeskProps) {
  const [asker, setAsker] = useState(first);
  const [purpose, setPurpose] = useState(first.defaultPurpose);

  function choosePurpose(code: string) {
    const next = asker.purposes.find((one) => one.code === code) ?? purpose;
    asker.session.choosePurpose(next.code);
    setPurpose(next);
  }

  function chooseAsker(key: string) {
    const next = askers.find((one) => one.key === key) ?? asker;
    next.session.choosePurpose(next.defaultPurpose.code);
    setAsker(next);
    setPurpose(next.defaultPurpose);
  }

  return (
    <>
      <header className="bar">
        <h1>
          {words.hub[language]} <small>{words.explorer[language]}</small>
        </h1>
        <Picker
          label={words.persona[language]}
          testId="persona"
          choices={askers}
          chosen={asker}
          language={language}
          onChoose={chooseAsker}
        />
        <Picker
          label={words.purpose[language]}
          testId="purpose"
          choices={asker.purposes.map(asChoice)}
          chosen={asChoice(purpose)}
          language={language}
          onChoose={choosePurpose}
        />
        <div className="bar-end">
          {onSignIn && (
            <button type="button" data-testid="sign-in" onClick={onSignIn}>
              {words.signInAgain[language]}
            </button>
          )}
          <button
            type="button"
            data-testid="language"
            aria-label={language === 'en' ? '切换为中文' : 'Switch to English'}
            onClick={() => onLanguage(language === 'en' ? 'zh' : 'en')}
          >
            <span aria-current={language === 'en'}>EN</span> /{' '}
            <span aria-current={language === 'zh'}>中文</span>
          </button>
        </div>
      </header>
      <p className="state-line" role="status" data-testid="state-line">
        {askingAs(asker.title, purpose, language)}
      </p>
      <main className="workbench">
        <Workbench key={asker.key} operations={operations} session={asker.session} />
      </main>
    </>
  );
}
