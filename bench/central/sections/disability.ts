import { all, columns, first, LATEST, type Section } from '../sql-parts.js';

export const disability: readonly Section[] = [
  {
    field: 'certificate',
    register: 'CERTIFICATES',
    from: 'disability.disability_certificate r',
    values: {
      current: first(
        columns('category components grade issuedOn expiresOn state residenceDivisionCode'),
        'r.issued_on desc, r.id desc',
      ),
    },
  },
  {
    field: 'parentCertificates',
    register: 'CERTIFICATES',
    from: 'disability.parent_certificate r',
    values: { records: all(columns('parent category grade'), 'r.parent, r.id') },
  },
  {
    field: 'placementRecommendation',
    register: 'PLACEMENT_RECOMMENDATIONS',
    from: 'disability.placement_recommendation r',
    values: { current: first(columns('mode recommendedOn'), 'r.recommended_on desc, r.id desc') },
  },
  {
    field: 'rehabilitation',
    register: 'REHABILITATION',
    from: 'disability.rehabilitation_service r',
    values: { records: all(columns('kind startedOn endedOn institution'), LATEST) },
  },
  {
    field: 'assistiveDevices',
    register: 'ASSISTIVE_DEVICES',
    from: 'disability.assistive_device r',
    values: { records: all(columns('kind deliveredOn'), 'r.delivered_on desc, r.id desc') },
  },
  {
    field: 'homeMedicalVisits',
    register: 'HOME_MEDICAL_VISITS',
    from: 'disability.home_medical_visit r',
    values: { latest: first(columns('visitedOn institution'), 'r.visited_on desc, r.id desc') },
  },
];
