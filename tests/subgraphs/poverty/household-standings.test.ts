import { householdStandings } from '../../../subgraphs/poverty/household-standings.js';

const EX_POOR = {
  kind: 'GENERAL_POOR',
  recognisedOn: '2014-12-01',
  liftedOn: '2018-12-20',
  monitoredState: null,
  monitoredSince: null,
};

test('a household lifted out of poverty was registered as poor until that day', () => {
  expect(householdStandings(EX_POOR)).toEqual([
    { standing: 'LIFTED', from: '2018-12-20', until: null },
    { standing: 'REGISTERED_POOR', from: '2014-12-01', until: '2018-12-20' },
  ]);
});

test('an unstable ex-poor household is lifted out and monitored at once, the latest first', () => {
  const periods = householdStandings({
    ...EX_POOR,
    monitoredState: 'UNSTABLE_EX_POVERTY',
    monitoredSince: '2024-03-01',
  });
  expect(periods.map(({ standing }) => standing)).toEqual(['MONITORED', 'LIFTED', 'REGISTERED_POOR']);
});

test('a household that was never poor has been monitored only', () => {
  const periods = householdStandings({
    kind: 'NOT_REGISTERED_POOR',
    recognisedOn: '2025-05-05',
    liftedOn: null,
    monitoredState: 'SUDDEN_SEVERE_HARDSHIP',
    monitoredSince: null,
  });
  expect(periods).toEqual([{ standing: 'MONITORED', from: '2025-05-05', until: null }]);
});

test('a household that was never poor and is no longer monitored has no standing', () => {
  expect(householdStandings({ ...EX_POOR, kind: 'NOT_REGISTERED_POOR', liftedOn: null })).toEqual([]);
});

test('a household still registered as poor has no end', () => {
  expect(householdStandings({ ...EX_POOR, liftedOn: null })).toEqual([
    { standing: 'REGISTERED_POOR', from: '2014-12-01', until: null },
  ]);
});
