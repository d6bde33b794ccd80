import { PolicyError } from '../../policies/policy-error.js';
import { loadPurposes, parsePurposes, PURPOSE_CODES } from '../../policies/purposes.js';
import { projectFile, type Change } from './policy-files.js';

const broken = (...changes: readonly Change[]) => {
  try {
    parsePurposes(projectFile('purposes.yaml', ...changes));
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
  throw new Error('The catalogue was accepted.');
};

describe('the catalogue of purposes', () => {
  const catalogue = loadPurposes();

  test('has exactly the seven codes of the contract', () => {
    expect([...catalogue.keys()]).toEqual([
      'CASE_HANDLING',
      'REGISTER_COMPARISON',
      'AID_MATCHING',
      'SUPERVISION',
      'STATISTICS',
      'DATA_EXCHANGE',
      'AUDIT',
    ]);
    expect([...catalogue.values()].map(({ code }) => code)).toEqual([...PURPOSE_CODES]);
  });

  test.each([...PURPOSE_CODES])(
    '%s has titles, a law with its article, an impact assessment and three years',
    (code) => {
      const purpose = catalogue.get(code);
      expect(purpose?.label.en).toMatch(/[a-z]/);
      expect(purpose?.label.zh).toMatch(/\p{Script=Han}/u);
      for (const { article } of purpose?.legalBasis ?? []) expect(article).toMatch(/^第.+条/);
      expect(purpose?.legalBasis.length).toBeGreaterThan(0);
      expect(purpose?.impactAssessment).toMatch(/^PIA-/);
      expect(purpose?.retentionDays).toBeGreaterThanOrEqual(1095);
    },
  );

  test('lets restricted facts be seen for the case of one child only', () => {
    const reaching = [...catalogue.values()].filter(({ dataClasses }) => dataClasses.includes('RESTRICTED'));
    expect(reaching.map(({ code }) => code)).toEqual(['CASE_HANDLING']);
  });

  test('lets statistics see counts only, and audits the log of access and the id of the child only', () => {
    expect(catalogue.get('STATISTICS')?.dataClasses).toEqual(['AGGREGATE']);
    expect(catalogue.get('AUDIT')?.dataClasses).toEqual(['IDENTITY', 'ACCESS_LOG']);
  });

  test('lets nobody who compares registers see the number itself; only the run reads it, sealed', () => {
    const comparison = catalogue.get('REGISTER_COMPARISON');
    expect(comparison?.dataClasses).not.toContain('RESIDENT_NUMBER');
    expect(comparison?.workDataClasses).toContain('RESIDENT_NUMBER');
  });

  test('lets the hub itself read more than its users for comparisons alone', () => {
    const more = [...catalogue.values()].filter(({ workDataClasses }) => workDataClasses.length > 0);
    expect(more.map(({ code }) => code)).toEqual(['REGISTER_COMPARISON']);
  });
});

describe('a broken catalogue', () => {
  const cases: readonly (readonly [string, Change, string])[] = [
    ['a purpose is missing', ['purposes/AUDIT', undefined], 'purposes.yaml, at purposes.AUDIT: '],
    [
      'there is another purpose',
      ['purposes/CURIOSITY', {}],
      'purposes.yaml, at purposes: unknown name "CURIOSITY"',
    ],
    [
      'records are kept for less than three years',
      ['purposes/AUDIT/retentionDays', 1094],
      'at purposes.AUDIT.retentionDays: records of access are kept for at least 1095 days (three years)',
    ],
    [
      'there is no legal basis',
      ['purposes/AUDIT/legalBasis', []],
      'at purposes.AUDIT.legalBasis: a purpose needs a legal basis',
    ],
    [
      'a law stands without its article',
      ['purposes/AUDIT/legalBasis/0/article', undefined],
      'at purposes.AUDIT.legalBasis.0.article: expected string, received undefined',
    ],
    [
      'the impact assessment is missing',
      ['purposes/AUDIT/impactAssessment', undefined],
      'at purposes.AUDIT.impactAssessment: a purpose needs the reference of its impact assessment (个人信息保护影响评估)',
    ],
    [
      'a class of data is unknown',
      ['purposes/AUDIT/dataClasses', ['EVERYTHING']],
      'at purposes.AUDIT.dataClasses.0: expected one of "IDENTITY"',
    ],
    [
      'an agency is unknown',
      ['purposes/AUDIT/agencies', ['health']],
      'at purposes.AUDIT.agencies.0: expected one of "civil-affairs"',
    ],
  ];

  test('is refused when its file is missing', () => {
    expect(() => loadPurposes(import.meta.dirname)).toThrow('purposes.yaml: is not in the policy folder');
  });

  test.each(cases)('is refused when %s', (_what, change, message) => {
    expect(broken(change)).toContain(message);
  });
});
