import { isSchemaRefused, silentAgencies, withoutNullSchema } from '../../explorer/graphql.answer.js';
import { tabsOf } from '../../explorer/operation.tabs.js';
import { createMemoryStorage } from '../../explorer/memory.storage.js';
import { agencyTitle, askingAs, preferredLanguage } from '../../explorer/wording.js';

const coded = (code: string, agency?: unknown) => ({ message: 'text', extensions: { code, agency } });

describe('the agencies named above a result', () => {
  it('are those that did not answer, each once, in the order of the errors', () => {
    const errors = [
      coded('AGENCY_UNAVAILABLE', 'police'),
      coded('AGENCY_UNAVAILABLE', 'labour'),
      coded('AGENCY_UNAVAILABLE', 'police'),
    ];
    expect(silentAgencies(JSON.stringify({ data: { student: null }, errors }))).toEqual(['police', 'labour']);
  });

  it('are also those that cannot record the access and so answer nothing', () => {
    const errors = [coded('AUDIT_UNAVAILABLE', 'civil-affairs'), coded('AGENCY_UNAVAILABLE', 'police')];
    expect(silentAgencies(JSON.stringify({ data: { student: null }, errors }))).toEqual([
      'civil-affairs',
      'police',
    ]);
  });

  it('leave out agencies that answered with a refusal', () => {
    const errors = [coded('FORBIDDEN', 'police'), coded('NOT_FOUND', 'education')];
    expect(silentAgencies(JSON.stringify({ data: null, errors }))).toEqual([]);
  });

  it.each([
    ['an empty pane', ''],
    ['text that is not JSON', 'Bad gateway'],
    ['a bare null', 'null'],
    ['errors that are no list', '{"errors":{}}'],
    ['errors without extensions', '{"errors":[null,1,{"message":"x"},{"extensions":null}]}'],
    ['an agency that is no name', JSON.stringify({ errors: [coded('AGENCY_UNAVAILABLE', 7)] })],
  ])('are none for %s', (_what, text) => {
    expect(silentAgencies(text)).toEqual([]);
  });
});

describe('the schema query', () => {
  it.each(['FORBIDDEN', 'GRAPHQL_VALIDATION_FAILED'])('counts as refused when the hub says %s', (code) => {
    expect(isSchemaRefused(JSON.stringify({ errors: [coded(code)] }))).toBe(true);
  });

  it('does not count as refused when the hub is broken', () => {
    expect(isSchemaRefused(JSON.stringify({ errors: [coded('INTERNAL_SERVER_ERROR')] }))).toBe(false);
  });

  it('hands a refused schema to the editor as its error alone', () => {
    const errors = [coded('FORBIDDEN')];
    expect(withoutNullSchema({ data: { __schema: null }, errors })).toEqual({ errors });
  });

  it('leaves every other answer as the hub gave it', () => {
    const answer = { data: { student: null }, errors: [coded('NOT_FOUND')] };
    expect(withoutNullSchema(answer)).toBe(answer);
  });
});

describe('the saved operations', () => {
  it('open one tab each, the support picture first and the others in the hub’s order', () => {
    const operations = ['Indicators', 'SupportPicture', 'Agenda'].map((name) => ({
      name,
      text: `query ${name}`,
    }));
    expect(tabsOf(operations).map(({ query }) => query)).toEqual([
      'query SupportPicture',
      'query Indicators',
      'query Agenda',
    ]);
  });

  it('are queries: what records something has its form in a portal', () => {
    const operations = [
      { name: 'OpenCase', text: '# Opens a case.\nmutation OpenCase($input: OpenCaseInput!) { a }' },
      { name: 'Cases', text: '# Cases.\nquery Cases { a }' },
    ];
    expect(tabsOf(operations).map(({ query }) => query)).toEqual(['# Cases.\nquery Cases { a }']);
  });

  it('come with their variables as text, and with an empty pane when there are none', () => {
    const tabs = tabsOf([
      { name: 'SupportPicture', text: 'query', variables: { id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' } },
      { name: 'Agenda', text: 'query', variables: null },
      { name: 'Indicators', text: 'query', variables: {} },
    ]);
    expect(JSON.parse(tabs[0]?.variables ?? '')).toEqual({ id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' });
    expect(tabs.slice(1).map(({ variables }) => variables)).toEqual(['', '']);
  });
});

describe('what the editor stores', () => {
  it('is kept for one editor and not for the next', () => {
    const first = createMemoryStorage();
    first.setItem('graphiql:tabState', 'a query');
    expect(first.getItem('graphiql:tabState')).toBe('a query');
    expect(createMemoryStorage().getItem('graphiql:tabState')).toBeNull();
    first.clear();
    expect(first.length).toBe(0);
  });
});

describe('the words on the page', () => {
  it('say in both languages who asks and for what', () => {
    const title = { en: 'Class teacher', zh: '班主任' };
    const purpose = { code: 'CASE_HANDLING', title: { en: 'Handling a case', zh: '个案办理' } };
    expect(askingAs(title, purpose, 'en')).toContain('Class teacher, for the purpose: Handling a case');
    expect(askingAs(title, purpose, 'zh')).toContain('“班主任”身份查询，目的：个案办理');
  });

  it('show an agency that joined later by its name', () => {
    expect(agencyTitle('health')).toEqual({ en: 'health', zh: 'health' });
  });

  it('start in the language the browser prefers', () => {
    expect(preferredLanguage(['zh-CN', 'en'])).toBe('zh');
    expect(preferredLanguage(['en-GB', 'zh-CN'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
