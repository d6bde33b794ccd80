import { all, columns, first, HOLDS, LATEST, object, type Section } from '../sql-parts.js';

export const civilAffairs: readonly Section[] = [
  ...(
    [
      [
        'subsistenceAllowance',
        'SUBSISTENCE_ALLOWANCE',
        'subsistence_allowance',
        'area category personsCovered monthlyAmountYuan startedOn',
      ],
      [
        'extremePovertySupport',
        'EXTREME_POVERTY_SUPPORT',
        'extreme_poverty_support',
        'mode monthlyAmountYuan startedOn',
      ],
      ['orphan', 'ORPHAN', 'orphan', 'ground care startedOn'],
      [
        'deFactoUnattended',
        'DE_FACTO_UNATTENDED',
        'de_facto_unattended_child',
        'monthlyAmountYuan startedOn',
      ],
      ['leftBehind', 'LEFT_BEHIND', 'left_behind_child', 'ground carer lastVisitedOn'],
      ['childInDifficulty', 'CHILD_IN_DIFFICULTY', 'child_in_difficulty', 'category startedOn'],
    ] as const
  ).map(([field, register, table, names]): Section => ({
    field,
    register,
    from: `civil_affairs.${table} r`,
    values: { current: first(columns(names), LATEST, HOLDS) },
  })),
  {
    field: 'reliefPayments',
    register: 'RELIEF_PAYMENTS',
    from: `(select * from civil_affairs.relief_payment p where p.student_id = any(child.members)
      order by p.paid_on desc, p.id desc limit 3) r`,
    whole: true,
    values: {
      payments: object({ nodes: all(columns('kind month amountYuan'), 'r.paid_on desc, r.id desc') }),
    },
  },
];
