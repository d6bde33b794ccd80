/** Everything the bar and the notices say, in English and Chinese. The graph's own answers are never translated. */
export type Language = 'en' | 'zh';
export type Bilingual = Readonly<Record<Language, string>>;

/** A purpose in the words of the hub's catalogue; the page has none of its own. */
export type Purpose = { readonly code: string; readonly title: Bilingual };

export const words = {
  hub: { en: 'Student support hub', zh: '控辍保学数据中枢' },
  explorer: { en: 'Explorer', zh: '浏览查询' },
  persona: { en: 'Ask as', zh: '查询身份' },
  purpose: { en: 'Purpose', zh: '查询目的' },
  signIn: { en: 'Sign in', zh: '登录' },
  signInAgain: { en: 'Sign in again', zh: '重新登录' },
  signInExplained: {
    en: 'Sign in with your agency account. Each query carries your account and its purpose.',
    zh: '请使用本单位账号登录。每次查询都带有账号和查询目的。',
  },
  opening: { en: 'Opening the explorer', zh: '正在打开' },
  failed: { en: 'The explorer could not be opened.', zh: '页面无法打开。' },
  retry: { en: 'Try again', zh: '重试' },
  unknownNotNone: { en: 'Unknown, not none', zh: '未知，并非没有' },
  schemaRefused: {
    en: 'This identity may not read the schema (scope hub.schema.read). Saved operations still run; completion and documentation are off.',
    zh: '此身份无权读取模式（需要 hub.schema.read）。已存查询仍可执行，自动补全和文档不可用。',
  },
  schemaUnavailable: {
    en: 'The schema could not be loaded, so completion and documentation are off. The reason is in the result pane.',
    zh: '模式未能加载，自动补全和文档不可用。原因见结果栏。',
  },
} as const satisfies Record<string, Bilingual>;

const agencies: Readonly<Record<string, Bilingual>> = {
  education: { en: 'Education', zh: '教育' },
  police: { en: 'Public security', zh: '公安' },
  'civil-affairs': { en: 'Civil affairs', zh: '民政' },
  disability: { en: "Disabled persons' federation", zh: '残联' },
  labour: { en: 'Labour', zh: '人社' },
  poverty: { en: 'Poverty relief', zh: '扶贫' },
  coordination: { en: 'Coordination office', zh: '领导小组办公室' },
};

/** An agency that is not in the table, since it joined later, is shown by its name. */
export const agencyTitle = (name: string): Bilingual => agencies[name] ?? { en: name, zh: name };

/** Both languages, for what must be understood whichever one the bar shows. */
export const inBoth = ({ en, zh }: Bilingual): string => (en === zh ? en : `${en} ${zh}`);

/** Who asks, and for what: the sentence under the bar. */
export function askingAs(title: Bilingual, { title: reason, code }: Purpose, language: Language): string {
  return language === 'zh'
    ? `当前以“${title.zh}”身份查询，目的：${reason.zh}（${code}）。`
    : `Asking as ${title.en}, for the purpose: ${reason.en} (${code}).`;
}

/** The languages a browser prefers → the one the bar starts in. */
export const preferredLanguage = (preferred: readonly string[]): Language =>
  preferred[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
