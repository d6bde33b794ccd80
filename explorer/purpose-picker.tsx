import { words } from './wording.js';
import type { Language, Purpose } from './wording.js';

type PurposePickerProps = {
  readonly purposes: readonly Purpose[];
  readonly chosen: Purpose;
  readonly language: Language;
  readonly onChoose: (purpose: Purpose) => void;
};

export function PurposePicker({ purposes, chosen, language, onChoose }: PurposePickerProps) {
  const second = language === 'en' ? 'zh' : 'en';
  return (
    <label className="bar-field">
      <span>{words.purpose[language]}</span>
      <select
        data-testid="purpose"
        value={chosen.code}
        onChange={(event) => onChoose(purposes.find(({ code }) => code === event.target.value) ?? chosen)}
      >
        {purposes.map(({ code, title }) => (
          <option key={code} value={code}>
            {title.en === title.zh ? title.en : `${title[language]} · ${title[second]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
