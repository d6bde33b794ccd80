import {
  scoreAgainstTruth,
  scoreMissing,
} from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { county } from '../../../county/counties.js';
import { generatedChildren } from './generated-children.js';
import { compareCounty } from './compare-county.js';

test('prints', () => {
  for (const slug of ['yinjiang', 'changji'] as const) {
    const t0 = Date.now();
    const generated = generatedChildren(county(slug, 3000, 2));
    const t1 = Date.now();
    const { found, links, leftovers } = compareCounty(generated);
    const out: string[] = [
      `${slug} records ${generated.records.length} leftovers ${leftovers} links ${links.length} found ${found.length}`,
    ];
    out.push(
      JSON.stringify(
        Object.entries(Object.groupBy(links, (l) => l.tier + l.isAutomatic)).map(([k, v]) => [k, v?.length]),
      ),
    );
    for (const s of scoreAgainstTruth(found, generated.truth))
      out.push(
        `${s.class.padEnd(34)} ${s.found.hits}/${s.found.of} recall ${s.recall.hits}/${s.recall.of} prec ${s.precision?.hits}/${s.precision?.of}`,
      );
    out.push(
      JSON.stringify(scoreMissing(found, generated.truth)),
      JSON.stringify(scoreMissing(compareCounty(generated, false).found, generated.truth)),
    );
    const byId = new Map(generated.truth.flatMap((l) => l.ids.map((id) => [id, l] as const)));
    const wrong: Record<string, number> = {};
    for (const f of found) {
      const line = f.memberIds.map((id) => byId.get(id)).find(Boolean);
      if (line?.expectedDisposition !== f.proposal) {
        const k = `${line?.class ?? 'nothing planted'} -> ${f.proposal} by ${f.kinds.join(',')}`;
        wrong[k] = (wrong[k] ?? 0) + 1;
      }
    }
    const ids = new Set(found.flatMap((f) => f.memberIds));
    for (const l of generated.truth)
      if (!l.ids.some((id) => ids.has(id)))
        wrong[`${l.class} not found`] = (wrong[`${l.class} not found`] ?? 0) + 1;
    out.push(...Object.entries(wrong).map(([k, n]) => `   ${n} ${k}`));
    console.log(out.join('\n'));
  }
});
