import { CHILD_KEY, childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { PlacementRecommendationEntity } from '../placement-recommendation.entity.js';
import { RecommendedPlacementEnum } from '../service.enums.js';
import { REGISTERED_CHILDREN } from './references.js';

export const placementRecommendationsList = defineChildList({
  list: 'placement-recommendations',
  title: { en: 'Placement recommendations', zh: '入学安置建议' },
  register: 'PLACEMENT_RECOMMENDATIONS',
  entity: PlacementRecommendationEntity,
  key: [...CHILD_KEY, 'recommendedOn'],
  recordedBy: 'recordedBy',
  people: REGISTERED_CHILDREN,
  fields: {
    ...childFields,
    mode: oneOf(RecommendedPlacementEnum),
    recommendedOn: date,
    residenceDivisionCode: divisionCode,
  },
  childOf: namedChild,
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: (values, { childKey }) => ({ ...values, sourceKey: childKey, recordedBy: null }),
});
