import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildExplorer, outsideAddress } from '../../explorer/build.js';

describe('the built explorer', () => {
  let directory: string;
  beforeAll(async () => {
    directory = path.join(await mkdtemp(path.join(tmpdir(), 'explorer-')), 'dist');
    await buildExplorer(directory);
  }, 120_000);
  afterAll(() => rm(path.dirname(directory), { recursive: true, force: true }));

  it('has a page whose script and style are files of the same folder', async () => {
    const page = await readFile(path.join(directory, 'index.html'), 'utf8');
    const loaded = [...page.matchAll(/(?:src|href)="\/explorer\/([^"]+)"/g)].map(([, file]) => file);
    expect(loaded).toHaveLength(2);
    expect(await readdir(directory)).toEqual(expect.arrayContaining(loaded));
    expect(page).not.toContain('%');
  });

  it('needs no inline script, so that the content security policy can forbid it', async () => {
    const page = await readFile(path.join(directory, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i);
  });

  it('names its workers by files of the same folder', async () => {
    const files = await readdir(directory);
    const app = files.find((file) => /^app-.*\.js$/.test(file));
    const script = await readFile(path.join(directory, app ?? ''), 'utf8');
    for (const worker of ['editor.worker', 'json.worker', 'graphql.worker']) {
      const file = files.find((name) => name.startsWith(worker) && name.endsWith('.js'));
      expect(file).toBeDefined();
      expect(script).toContain(`/explorer/${file}`);
    }
  });

  it('keeps the licence texts of what it bundles', async () => {
    const texts = (await readdir(directory)).filter((file) => file.endsWith('.LEGAL.txt'));
    const all = await Promise.all(texts.map((file) => readFile(path.join(directory, file), 'utf8')));
    expect(all.join('\n')).toContain('React');
  });
});

describe('the check that nothing loads from another machine', () => {
  it.each([
    ['a script', '<script type="module" src="https://cdn.example/app.js"></script>'],
    ['a style sheet without a scheme', '<link rel="stylesheet" href="//cdn.example/a.css">'],
    ['a font', '@font-face{src:url(https://fonts.example/a.woff2)}'],
    ['an imported style sheet', '@import "https://fonts.example/css";'],
    ['a dynamic import', 'await import("https://esm.example/x.js")'],
    ['a static import', 'import x from"https://esm.example/x.js"'],
    ['a worker', 'new Worker("https://cdn.example/w.js")'],
    ['a request', 'fetch(`http://collector.example/`)'],
    ['a socket', 'new WebSocket("wss://collector.example/")'],
    ['an image made by script', 'pixel.src="https://collector.example/1.gif"'],
  ])('finds %s', (_what, text) => {
    expect(outsideAddress(`before ${text} after`)).toBeDefined();
  });

  it.each([
    ['an XML namespace', 'createElementNS("http://www.w3.org/2000/svg","path")'],
    ['a link for the reader', '<a href="https://spec.graphql.org/">'],
    ['an address of the hub', '<script type="module" src="/explorer/app.js"></script>'],
    ['data in the file itself', '@font-face{src:url(data:font/woff2;base64,AAAA)}'],
  ])('lets %s pass', (_what, text) => {
    expect(outsideAddress(text)).toBeUndefined();
  });
});
