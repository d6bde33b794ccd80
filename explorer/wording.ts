/** Everything the bar and the notices say, in English and Chinese. The graph's own answers are never translated. */
export type Language = 'en' | 'zh';
export type Bilingual = Readonly<Record<Language, string>>;

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

const purposes: Readonly<Record<string, Bilingual>> = {
  CASE_HANDLING: { en: 'Case handling', zh: '个案办理' },
  REGISTER_COMPARISON: { en: 'Register comparison', zh: '比对核查' },
  AID_MATCHING: { en: 'Aid matching', zh: '应助尽助比对' },
  SUPERVISION: { en: 'Supervision', zh: '督导检查' },
  STATISTICS: { en: 'Statistics', zh: '统计分析' },
  DATA_EXCHANGE: { en: 'Data exchange', zh: '数据共享交换' },
  AUDIT: { en: 'Audit', zh: '个人信息保护合规审计' },
};

/** The closed catalogue of purposes; a signed-in account is offered all of them and the hub decides. */
export const purposeCodes: readonly string[] = Object.keys(purposes);

const agencies: Readonly<Record<string, Bilingual>> = {
  education: { en: 'Education', zh: '教育' },
  police: { en: 'Public security', zh: '公安' },
  'civil-affairs': { en: 'Civil affairs', zh: '民政' },
  disability: { en: "Disabled persons' federation", zh: '残联' },
  labour: { en: 'Labour', zh: '人社' },
  poverty: { en: 'Poverty relief', zh: '扶贫' },
  coordination: { en: 'Coordination office', zh: '领导小组办公室' },
};

/** A code that is not in the table (a new purpose or agency) is shown as it is. */
export const purposeTitle = (code: string): Bilingual => purposes[code] ?? { en: code, zh: code };
export const agencyTitle = (name: string): Bilingual => agencies[name] ?? { en: name, zh: name };

/** Both languages, for what must be understood whichever one the bar shows. */
export const inBoth = ({ en, zh }: Bilingual): string => (en === zh ? en : `${en} ${zh}`);

/** Who asks, and for what: the sentence under the bar. */
export function askingAs(title: Bilingual, purpose: string, language: Language): string {
  const reason = purposeTitle(purpose)[language];
  return language === 'zh'
    ? `当前以“${title.zh}”身份查询，目的：${reason}（${purpose}）。`
    : `Asking as ${title.en}, for the purpose: ${reason} (${purpose}).`;
}

/** The languages a browser prefers → the one the bar starts in. */
export const preferredLanguage = (preferred: readonly string[]): Language =>
  preferred[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
