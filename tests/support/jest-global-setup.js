import './typescript-loader.js';

export default async function globalSetup() {
  const { startTestServer, testDataDir } = await import('./test-server.ts');
  const { generateTestCounty } = await import('./generate-test-county.ts');
  const { adminUrl } = await startTestServer();
  await generateTestCounty({ dataDir: testDataDir(), adminUrl });
}
