import type { Bilingual, Language } from './wording.js';

type PickerProps = {
  readonly label: string;
  readonly testId: string;
  readonly choices: readonly { readonly key: string; readonly title: Bilingual }[];
  readonly chosen: { readonly key: string; readonly title: Bilingual };
  readonly language: Language;
  readonly onChoose: (key: string) => void;
};

/** A choice in the bar. The list has every title in both languages, so that the same one is found in either. */
export function Picker({ label, testId, choices, chosen, language, onChoose }: PickerProps) {
  const second = language === 'en' ? 'zh' : 'en';
  return (
    <label className="picker">
      <span className="picker-label">{label}</span>
      <span className="picker-face">
        <span aria-hidden="true">{chosen.title[language]}</span>
        <select
          data-testid={testId}
          value={chosen.key}
          disabled={choices.length === 1}
          onChange={(event) => onChoose(event.target.value)}
        >
          {choices.map(({ key, title }) => (
            <option key={key} value={key}>
              {title.en === title.zh ? title.en : `${title[language]} · ${title[second]}`}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
