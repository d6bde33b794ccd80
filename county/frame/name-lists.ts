/** Material for synthetic names; each string is a list of single characters unless split by spaces. */

export const COMPOUND_SURNAMES = ['欧阳', '上官', '司徒'] as const;

/** Common surnames, the most frequent ones repeated so that a plain pick is weighted. */
export const HAN_SURNAMES = [
  ...'王王王李李李张张张刘刘陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ...COMPOUND_SURNAMES,
] as const;

/** Families of the Tujia and Miao write Han names; some surnames stand out in north-east Guizhou and the Wuling hills. */
export const WULING_SURNAMES = [
  ...'田田田杨杨杨张张任任任代冉冉柴戴吴黎罗龙陈石麻廖向彭覃谭安徐严严',
] as const;

export const HUI_SURNAMES = [...'马马马马马杨王丁纳哈沙白金李海穆拜张买虎'] as const;

export const MALE_CHARACTERS = [
  ...'伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建亮成毅晨轩博文昊子睿泽恒嘉瑞梓豪翔航志远承远景行云川',
] as const;

export const FEMALE_CHARACTERS = [
  ...'芳娜敏静丽艳霞燕娟玲婷雪梅琳欣雨佳怡萱悦琪涵诗梦洁颖莹晓蕊思彤馨雅月兰英红秀玉珍桂香莲春菊凤美子若可心语沐瑶清溪',
] as const;

/** Parents and grandparents carry names of their time. */
export const OLDER_MALE_CHARACTERS = [...'国建志永文德光明正荣兴福贵昌富祥春海成龙胜光华忠义军平安'] as const;
export const OLDER_FEMALE_CHARACTERS = [...'秀桂玉英兰芳珍凤春菊梅红莲香素琼群碧会仙翠云金花'] as const;

/** Characters that the police font holds and many other systems do not; 𬱖 and its neighbours lie outside the BMP. */
export const RARE_CHARACTERS = ['䶮', '𬱖', '㛃', '𫍯', '𬭎', '𬍛', '𫖯'] as const;

/** What systems that lack a character hold in its place: another form, or a placeholder. */
export const RARE_CHARACTER_SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  䶮: ['龑', '?', '□'],
  𬱖: ['頔', '?', '□', 'di'],
  㛃: ['洁', '□'],
  '𫍯': ['諲', '?'],
  '𬭎': ['鋐', '□'],
  '𬍛': ['璕', '?'],
  '𫖯': ['頫', '□'],
};

export const UYGHUR_MALE = (
  '艾力 买买提 吐尔逊 阿不都 库尔班 艾山 玉素甫 木合塔尔 依明 热合曼 阿卜来提 艾合买提 伊力亚尔 ' +
  '麦麦提江 凯赛尔 夏普凯提 帕尔哈提 艾尼瓦尔 迪力夏提 祖力亚尔'
).split(' ');
export const UYGHUR_FEMALE = (
  '阿依古丽 古丽娜尔 帕提古丽 热依汗 米热古丽 祖丽皮娅 阿丽米热 麦尔哈巴 迪丽努尔 古扎丽努尔 ' +
  '佐日古丽 夏依旦 凯丽比努尔 努尔比娅 苏比努尔'
).split(' ');
export const KAZAKH_MALE =
  '叶尔肯 阿依恒 巴合提 努尔兰 赛力克 哈那提 华提别克 叶尔江 别克扎提 阿扎马提 胡安德克 努尔波拉提 加尔肯 沙尔山'.split(
    ' ',
  );
export const KAZAKH_FEMALE =
  '阿依达娜 古丽扎 娜孜古丽 加依娜 阿依努尔 叶尔克古丽 阿合叶尔克 巴努 玛哈巴提 迪娜 阿尔达克 加孜拉'.split(
    ' ',
  );

/** Transliterations of one sound that registers write differently. */
export const TRANSLITERATION_VARIANTS: readonly (readonly [string, string])[] = [
  ['艾', '阿'],
  ['买买提', '麦麦提'],
  ['提', '特'],
  ['古丽', '姑丽'],
  ['努尔', '奴尔'],
  ['叶尔', '也尔'],
];

/** Pairs that are mistyped for one another: same sound or nearly the same shape. */
export const CONFUSABLE_CHARACTERS: readonly (readonly [string, string])[] = [
  ['宇', '雨'],
  ['轩', '萱'],
  ['杰', '洁'],
  ['涛', '滔'],
  ['梓', '子'],
  ['晨', '辰'],
  ['浩', '皓'],
  ['欣', '鑫'],
  ['怡', '仪'],
  ['婷', '亭'],
  ['莹', '颖'],
  ['瑶', '遥'],
  ['军', '君'],
  ['俊', '骏'],
  ['文', '雯'],
  ['佳', '嘉'],
  ['伟', '炜'],
  ['明', '铭'],
  ['成', '诚'],
  ['志', '智'],
];
