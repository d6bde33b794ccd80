import { labelledEnum } from '../../_kit/schema/label.js';

export const SchoolDesignationEnum = labelledEnum(
  'SchoolDesignation',
  { en: 'Designation of a school', zh: '学校称号' },
  {
    LEFT_BEHIND_HOME: { en: 'Demonstration home for left-behind children', zh: '留守儿童之家示范校' },
    RESOURCE_ROOM: { en: 'School with a resource room', zh: '随班就读资源教室学校' },
    BOARDING_DEMONSTRATION: { en: 'Demonstration boarding school', zh: '寄宿制示范校' },
  },
);

/** Urban-rural class of the site, by the codes of the statistical bureau. */
export const UrbanRuralClassEnum = labelledEnum(
  'UrbanRuralClass',
  { en: 'Urban-rural class', zh: '城乡分类' },
  {
    MAIN_URBAN: { en: 'Main urban area', zh: '主城区', code: '111' },
    URBAN_FRINGE: { en: 'Urban fringe', zh: '城乡结合区', code: '112' },
    TOWN_CENTRE: { en: 'Town centre', zh: '镇中心区', code: '121' },
    TOWN_FRINGE: { en: 'Town fringe', zh: '镇乡结合区', code: '122' },
    SPECIAL_AREA: { en: 'Special area', zh: '特殊区域', code: '123' },
    TOWNSHIP_CENTRE: { en: 'Township centre', zh: '乡中心区', code: '210' },
    VILLAGE: { en: 'Village', zh: '村庄', code: '220' },
  },
);

export const SchoolKindEnum = labelledEnum(
  'SchoolKind',
  { en: 'Kind of school', zh: '学校类别' },
  {
    PRIMARY: { en: 'Primary school', zh: '小学' },
    TEACHING_POINT: { en: 'Teaching point', zh: '教学点' },
    JUNIOR_SECONDARY: { en: 'Junior secondary school', zh: '初级中学' },
    NINE_YEAR_SCHOOL: { en: 'Nine-year school', zh: '九年一贯制学校' },
    SPECIAL_SCHOOL: { en: 'Special education school', zh: '特殊教育学校' },
  },
);
