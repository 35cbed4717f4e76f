// Starts the console with files of another host, where optibid.web.asset-base-url names one, and with OptiBid's own where
// that host has none, has others, or does not answer. AssetsElsewhere.java writes this script's data.
const { base, script, scriptIntegrity, style, styleIntegrity } = document.currentScript.dataset;
const PATIENCE_MS = 3000;

/** Where to take a file from. Fetched whole first: an element that loads a file cannot be called off. */
async function place(path, integrity) {
  const there = new URL(path, base).href;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(there, {
      integrity,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (!answer.ok) {
      throw new Error(`${there} answered ${answer.status}`);
    }
    await answer.arrayBuffer();
    return there;
  } catch (error) {
    console.warn(`OptiBid takes ${path} from its own server:`, error.message);
    return path;
  }
}

/** Adds an element that loads a file, and once more with our own file where it fails after all. */
function add(name, address, url, path, more) {
  const element = Object.assign(document.createElement(name), more, {
    crossOrigin: 'anonymous',
    [address]: url,
  });
  if (url !== path) {
    element.addEventListener('error', () => {
      add(name, address, path, path, more);
    });
  }
  document.head.append(element);
}

async function start() {
  const [scriptUrl, styleUrl] = await Promise.all([
    place(script, scriptIntegrity),
    place(style, styleIntegrity),
  ]);
  add('link', 'href', styleUrl, style, { rel: 'stylesheet', integrity: styleIntegrity });
  add('script', 'src', scriptUrl, script, { type: 'module', integrity: scriptIntegrity });
}

void start();
