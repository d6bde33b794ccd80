import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { parse } from 'csv-parse/sync';
import { exportIndicators } from '../../cli/exports/indicators/export-indicators.js';
import { callerAs, headersOf, testCounty, withoutScope, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await startTestHub();
  folder = makeTemporaryFolder('hub-indicators-');
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly ledger: {
    readonly title: string;
    readonly account: { readonly universe: number; readonly isReconciled: boolean };
    readonly lines: { readonly nodes: readonly object[] };
  };
}
const LEDGER = readFileSync('schema/operations/Ledger.graphql', 'utf8');

test.each([
  ['coordination-officer', 'COUNTY', 50],
  ['township-officer', 'TOWNSHIP', 1],
  ['village-cadre', 'VILLAGE', 1],
  ['school-clerk', 'SCHOOL', 1],
  ['class-teacher', 'CLASS', 1],
] as const)(
  'the saved query shows %s the ledger of its own area through the gateway, within the limits',
  async (slug, scope, atLeast) => {
    const caller = callerAs(slug);
    const code = caller.jurisdiction[0]?.code ?? '';
    const { status, data, errors } = await hub.ask<Answer>(caller, LEDGER, { scope, code });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const { account, lines } = data.ledger;
    expect(account.isReconciled).toBe(true);
    expect(lines.nodes).toHaveLength(Math.min(account.universe, 50));
    expect(lines.nodes.length).toBeGreaterThanOrEqual(atLeast);
  },
);

describe('indicators to a file (hub export indicators)', () => {
  const analyst = callerAs('analyst');
  type Place = Parameters<typeof exportIndicators>[0]['place'];

  async function exported(
    name: string,
    {
      place = { division: '520625' },
      caller = analyst,
      asOf = null,
    }: { place?: Place; caller?: TestCaller; asOf?: string | null } = {},
  ) {
    const { authorization = '' } = await headersOf(caller);
    const path = join(folder, name);
    const done = await exportIndicators(
      { hub: hub.url, token: authorization.replace('Bearer ', ''), purpose: 'STATISTICS', place, asOf },
      { path, format: name.endsWith('xlsx') ? 'xlsx' : 'csv', madeOn: '2026-11-20' },
    );
    return { path, ...done };
  }
  const linesOf = (path: string) =>
    parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[];

  test('a table says of each figure where, as of when, by what formula, against what target and from what', async () => {
    const { path, figures, digest } = await exported('indicators.csv');
    const lines = linesOf(path);
    expect(lines).toHaveLength(figures);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(digest).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    const enrolment = lines.find((line) => line['指标'] === '净入学率' && line['学段'] === '义务教育');
    expect(enrolment).toMatchObject({
      区划代码: '520625000000',
      统计日期: '2026-11-20',
      数据截止时间: expect.stringMatching(
        /^2026-11-\d\d \d\d:\d\d \(Asia\/Shanghai, UTC\+08:00\)$/,
      ) as string,
      人群: '全体',
      计算公式: '应就读该学段的儿童中已入学人数 ÷ 应就读该学段的儿童人数 × 100',
      目标值: '等于100%',
      达标情况: '未达标',
      政策依据: '印府办发〔2020〕19号 二',
      数据来源: expect.stringContaining('学籍：已导入，版本') as string,
    });
    const { 分子: numerator, 分母: denominator, 指标值: value } = enrolment ?? {};
    expect(Number(value)).toBeCloseTo((Number(numerator) / Number(denominator)) * 100, 1);
    const returns = lines.filter((line) => line['指标'] === '劝返复学率');
    expect(returns).toHaveLength(1);
    expect(returns[0]).toMatchObject({ 单位: '%', 目标值: '', 政策依据: '', 学年: '' });
    expect(returns[0]?.['计算公式']).toMatch(/^已复学的确认失学辍学儿童人数 ÷ 确认失学辍学儿童人数/);
    const retention = lines.filter((line) => line['指标'] === '巩固率(含正常流动)');
    expect(retention.map((line) => [line['学段'], line['学年']])).toEqual([
      ['小学', '2021-2022'],
      ['初中', '2024-2025'],
      ['义务教育', '2018-2019'],
    ]);
    expect(retention[0]?.['数据来源']).toMatch(/^学校统计报表：已导入/);
    const hidden = lines.filter((line) => line['说明']?.startsWith('人数过少'));
    expect(hidden.length).toBeGreaterThan(0);
    for (const line of hidden) expect([line['分子'], line['分母'], line['指标值']]).toEqual(['', '', '']);
  });

  test('a workbook is the printed form, and its second sheet names every register with its state', async () => {
    const { path, figures } = await exported('school.xlsx', {
      place: { school: testCounty.places?.school ?? '' },
    });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const [sheet, sources] = workbook.worksheets;
    expect(sheet?.getCell('A1').text).toMatch(/控辍保学监测指标$/);
    expect(sheet?.getCell('A2').text).toContain('(Asia/Shanghai, UTC+08:00)');
    expect(sheet?.rowCount).toBe(3 + figures + 1);
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '1:3',
    });
    const rows: string[][] = [];
    sources?.eachRow((row) => rows.push([row.getCell(1).text, row.getCell(2).text, row.getCell(3).text]));
    expect(rows).toContainEqual(['教育局', '学校统计报表', '已导入']);
    expect(rows).toContainEqual(['公安局', '常住人口', '已导入']);
  });

  test('a month is printed as its last comparison left it, of a division and of a school', async () => {
    for (const place of [{ division: '520625' }, { school: testCounty.places?.school ?? '' }]) {
      const figuresIn = ({ path }: { path: string }) =>
        linesOf(path).filter((line) => line['指标'] !== '重点群体人数');
      const name = `${Object.keys(place).join('')}.csv`;
      const now = figuresIn(await exported(`now-${name}`, { place }));
      expect(now.length).toBeGreaterThan(0);
      expect(figuresIn(await exported(`month-${name}`, { place, asOf: '2026-11' }))).toEqual(now);
    }
  });

  test.each([
    ['a month without a comparison', { asOf: '2026-10' }],
    ['a month to come', { asOf: '2026-12' }],
    ['a caller without the right', { caller: withoutScope(analyst, 'coordination.indicator.read') }],
    ['a place out of reach', { place: { division: '652301' } }],
    ['a school that is not there', { place: { school: '5299999999' } }],
  ] as const)('%s gets no file', async (_what, asked) => {
    await expect(exported('none.csv', asked)).rejects.toMatchObject({ code: 'FILE_UNUSABLE' });
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([]);
  });
});
