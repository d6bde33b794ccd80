/**
 * Forms of one character between which registers differ, because a font lacks one or a clerk wrote the traditional
 * form. Two names that differ in nothing else are held for a person to decide, never linked by themselves.
 */
export const VARIANT_CHARACTERS: Readonly<Record<string, string>> = {
  䶮: '龑',
  '𬱖': '頔',
  '𫍯': '諲',
  '𬭎': '鋐',
  '𬍛': '璕',
  '𫖯': '頫',
  '𫖮': '顗',
  '𬘡': '絪',
  '𬘩': '綖',
  '𬤊': '諟',
  '𬬸': '釴',
  '𬭚': '錞',
  '𬳵': '駓',
  '𫘝': '駃',
  '𬶍': '鮀',
  堃: '坤',
  喆: '哲',
  昇: '升',
  陞: '升',
  峯: '峰',
  淼: '渺',
  犇: '奔',
  祎: '禕',
  玥: '珋',
  甦: '苏',
  蘇: '苏',
  劉: '刘',
  陳: '陈',
  張: '张',
  楊: '杨',
  趙: '赵',
  吳: '吴',
  馬: '马',
  羅: '罗',
  譚: '谭',
  龍: '龙',
  麗: '丽',
  華: '华',
  國: '国',
  軍: '军',
  蘭: '兰',
  鳳: '凤',
  雲: '云',
  傑: '杰',
};

/**
 * Ways of writing one sound of a Uyghur or Kazakh name in Chinese characters, the longest first: transliteration has
 * no fixed form, and each register has its own.
 */
export const TRANSLITERATIONS: readonly (readonly [from: string, to: string])[] = [
  ['买买提江', '买买提'],
  ['麦麦提江', '买买提'],
  ['麦麦提', '买买提'],
  ['艾尔', '阿'],
  ['艾', '阿'],
  ['姑丽', '古丽'],
  ['古力', '古丽'],
  ['奴尔', '努尔'],
  ['也尔', '叶尔'],
  ['木哈', '穆哈'],
  ['提', '特'],
];
