import type { Asker } from './asker.js';
import { words } from './wording.js';
import type { Language } from './wording.js';

type PersonaPickerProps = {
  readonly askers: readonly Asker[];
  readonly chosen: Asker;
  readonly language: Language;
  readonly onChoose: (key: string) => void;
};

/** Every title stands in both languages, so that the same persona is found in either. */
export function PersonaPicker({ askers, chosen, language, onChoose }: PersonaPickerProps) {
  const second = language === 'en' ? 'zh' : 'en';
  return (
    <label className="bar-field">
      <span>{words.persona[language]}</span>
      <select
        data-testid="persona"
        value={chosen.key}
        disabled={askers.length === 1}
        onChange={(event) => onChoose(event.target.value)}
      >
        {askers.map(({ key, title }) => (
          <option key={key} value={key}>
            {title.en === title.zh ? title.en : `${title[language]} · ${title[second]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
