import { purposeTitle, words } from './wording.js';
import type { Language } from './wording.js';

type PurposePickerProps = {
  readonly purposes: readonly string[];
  readonly chosen: string;
  readonly language: Language;
  readonly onChoose: (purpose: string) => void;
};

export function PurposePicker({ purposes, chosen, language, onChoose }: PurposePickerProps) {
  const second = language === 'en' ? 'zh' : 'en';
  return (
    <label className="bar-field">
      <span>{words.purpose[language]}</span>
      <select data-testid="purpose" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {purposes.map((code) => {
          const title = purposeTitle(code);
          return (
            <option key={code} value={code}>
              {title.en === title.zh ? code : `${title[language]} · ${title[second]}`}
            </option>
          );
        })}
      </select>
    </label>
  );
}
