import './monaco.workers.js';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { openExplorer } from './asker.js';
import type { Opening } from './asker.js';
import { Desk } from './desk.js';
import { Panel } from './panel.js';
import { preferredLanguage, words } from './wording.js';

const address = new URL(location.href);
// The provider's code must not stay in the address bar, where it would be bookmarked or sent on.
if (address.search) history.replaceState(null, '', address.pathname);
const opening = openExplorer(address, sessionStorage);

type Progress = { readonly opened?: Opening; readonly failure?: string };
const failed = (error: unknown): Progress => ({
  failure: error instanceof Error ? error.message : String(error),
});

function App() {
  const [language, setLanguage] = useState(() => preferredLanguage(navigator.languages));
  const [{ opened, failure }, setProgress] = useState<Progress>({});

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${words.hub[language]}: ${words.explorer[language]}`;
  }, [language]);
  useEffect(() => {
    opening.then(
      (value) => setProgress({ opened: value }),
      (error) => setProgress(failed(error)),
    );
  }, []);

  const startSignIn = opened?.signIn;
  const onSignIn =
    startSignIn &&
    (() => {
      startSignIn().then(
        (provider) => location.assign(provider),
        (error) => setProgress(failed(error)),
      );
    });

  if (failure) {
    const retry = { label: words.retry[language], onClick: () => location.reload() };
    return <Panel language={language} text={words.failed[language]} detail={failure} action={retry} />;
  }
  if (!opened) return <Panel language={language} text={words.opening[language]} />;
  const [first] = opened.askers;
  if (!first) {
    const action = onSignIn && { label: words.signIn[language], onClick: onSignIn };
    return <Panel language={language} text={words.signInExplained[language]} action={action} />;
  }
  return (
    <Desk opening={opened} first={first} language={language} onLanguage={setLanguage} onSignIn={onSignIn} />
  );
}

const place = document.getElementById('explorer');
if (place) createRoot(place).render(<App />);
