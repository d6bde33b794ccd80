import type { Random } from '../random.js';
import type { OtherPlace } from './draft.js';

/** Counties and cities that families leave for or come from; code, name. */
const DESTINATIONS: readonly (readonly [string, string])[] = [
  ['330782', '浙江省义乌市'],
  ['330281', '浙江省余姚市'],
  ['350582', '福建省晋江市'],
  ['440306', '广东省深圳市宝安区'],
  ['440605', '广东省佛山市南海区'],
  ['441302', '广东省惠州市惠城区'],
  ['320583', '江苏省昆山市'],
  ['310117', '上海市松江区'],
];

const ORIGINS: readonly (readonly [string, string])[] = [
  ['411625', '河南省郸城县'],
  ['511321', '四川省南部县'],
  ['621122', '甘肃省陇西县'],
  ['341221', '安徽省临泉县'],
  ['622925', '甘肃省和政县'],
];

/** Counties of the same province, by province code. */
const NEIGHBOURS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '52': [
    ['520602', '贵州省铜仁市碧江区'],
    ['520626', '贵州省德江县'],
    ['520624', '贵州省思南县'],
    ['520103', '贵州省贵阳市云岩区'],
  ],
  '65': [
    ['650104', '新疆维吾尔自治区乌鲁木齐市新市区'],
    ['652302', '新疆维吾尔自治区阜康市'],
    ['652324', '新疆维吾尔自治区玛纳斯县'],
  ],
  '64': [
    ['640104', '宁夏回族自治区银川市兴庆区'],
    ['640302', '宁夏回族自治区吴忠市利通区'],
    ['640521', '宁夏回族自治区中宁县'],
  ],
  '50': [
    ['500101', '重庆市万州区'],
    ['500112', '重庆市渝北区'],
    ['500154', '重庆市开州区'],
  ],
};

function placeOf([countyCode, name]: readonly [string, string], provinceCode: string): OtherPlace {
  return { countyCode, name, isSameProvince: countyCode.startsWith(provinceCode) };
}

export function destination(provinceCode: string, isSameProvince: boolean, random: Random): OtherPlace {
  const places = isSameProvince ? (NEIGHBOURS[provinceCode] ?? DESTINATIONS) : DESTINATIONS;
  return placeOf(random.pick(places), provinceCode);
}

/** Where an incomer's household register lies. */
export function origin(provinceCode: string, random: Random): OtherPlace {
  const places = random.chance(0.5) ? (NEIGHBOURS[provinceCode] ?? ORIGINS) : ORIGINS;
  return placeOf(random.pick(places), provinceCode);
}
