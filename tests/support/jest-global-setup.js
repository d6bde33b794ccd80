import './typescript-loader.js';

export default async function globalSetup() {
  const { startTestServer, testDataDir } = await import('./test-server.ts');
  const { generateTestCounty } = await import('./generate-test-county.ts');
  await startTestServer();
  await generateTestCounty(testDataDir());
}
