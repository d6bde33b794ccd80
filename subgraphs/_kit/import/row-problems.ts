/** Why a row is not taken. */
export const ROW_PROBLEMS = {
  VALUE_MISSING: { en: 'A value is missing', zh: '必填项为空' },
  TEXT_TOO_LONG: { en: 'The text is too long', zh: '文本过长' },
  TEXT_UNREADABLE: { en: 'The text holds characters that cannot be stored', zh: '含无法存储的字符' },
  NUMBER_IN_NAME: { en: 'A number stands where a name belongs', zh: '姓名栏填写了号码，请核对各列是否错位' },
  DATE_UNREADABLE: { en: 'This is no date', zh: '日期无法识别' },
  NUMBER_UNREADABLE: { en: 'This is no number', zh: '数值无法识别' },
  CHOICE_UNKNOWN: { en: 'This value is not on the list of values', zh: '不在可选值之内' },
  DIVISION_CODE_UNREADABLE: { en: 'A division code has 12 digits', zh: '区划代码应为12位数字' },
  COUNTY_CODE_UNREADABLE: { en: 'The code of a county has 6 digits', zh: '县级区划代码应为6位数字' },
  MONTH_UNREADABLE: { en: 'This is no month', zh: '月份无法识别' },
  SCHOOL_CODE_UNREADABLE: { en: 'A school code has 10 digits', zh: '学校标识码应为10位数字' },
  STATUS_NUMBER_UNREADABLE: {
    en: 'A student-status number is a letter and 18 characters',
    zh: '学籍号应为1位字母加18位字符',
  },
  CERTIFICATE_NUMBER_UNREADABLE: {
    en: 'A disability certificate number is a resident ID number, category, grade and, for a reissue, B1, B2 …',
    zh: '残疾人证号应为18位身份号码加类别、等级代码，补换发另加B1、B2等',
  },
  CREDIT_CODE_UNREADABLE: {
    en: 'A unified social credit code has 18 characters, without I, O, S, V and Z',
    zh: '统一社会信用代码应为18位，不含I、O、S、V、Z',
  },
  CHILD_UNTELLABLE: {
    en: 'Without a valid resident ID number, sex and birth date are needed to tell who this is',
    zh: '无有效公民身份号码时，须填写性别和出生日期',
  },
  RECORD_REPEATED: { en: 'An earlier row has the same record number', zh: '记录编号与前面的行重复' },
  RECORD_UNKNOWN: { en: 'The record that it belongs to is not on the register', zh: '所属记录不在名册中' },
} as const;
export type RowProblem = keyof typeof ROW_PROBLEMS;

/** What is taken as it stands and has to be put right at the source. */
export const ROW_WARNINGS = {
  NUMBER_MISSING: { en: 'without a resident ID number', zh: '无公民身份号码' },
  NUMBER_DIGITS_LOST: {
    en: 'with a resident ID number whose last digits a spreadsheet lost',
    zh: '身份号码末位被电子表格丢失',
  },
  NUMBER_WRONG: { en: 'with a resident ID number that is none', zh: '身份号码校验不通过' },
  NUMBER_DISAGREES: {
    en: 'with a resident ID number that states another birth date or sex',
    zh: '身份号码与出生日期或性别不一致',
  },
  CREDIT_CODE_CHECK: {
    en: 'with a credit code whose check character is wrong',
    zh: '统一社会信用代码校验位不符',
  },
  CERTIFICATE_OF_OTHER_NUMBER: {
    en: 'with a certificate number of another resident ID number',
    zh: '残疾人证号与身份号码不一致',
  },
} as const;
export type RowWarning = keyof typeof ROW_WARNINGS;
