import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTheme } from '../../demo/inspector/theme.js';

const { window } = new JSDOM('<button></button>', { url: 'http://127.0.0.1:8001/' });
const { document } = window;
const button = document.querySelector('button') as HTMLElement;

beforeEach(() => {
  window.localStorage.clear();
  vi.stubGlobal('document', document);
  vi.stubGlobal('localStorage', window.localStorage);
});
afterEach(() => vi.unstubAllGlobals());

test('themes take turns, and the one that was chosen is remembered', () => {
  const theme = createTheme(button);
  expect(button.textContent).toBe('Theme: auto');
  theme.next();
  theme.next();
  expect(document.documentElement.dataset.theme).toBe('dark');
  createTheme(button);
  expect(button.textContent).toBe('Theme: dark');
});

test('what another version has remembered is forgotten', () => {
  window.localStorage.setItem('rollcage-inspector-theme', 'sepia');
  createTheme(button);
  expect(button.textContent).toBe('Theme: auto');
});

test('where nothing may be stored they take turns all the same', () => {
  const refuse = () => {
    throw new DOMException('Access is denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', new Proxy({}, { get: refuse }));
  const theme = createTheme(button);
  expect(button.textContent).toBe('Theme: auto');
  theme.next();
  expect(button.textContent).toBe('Theme: light');
});
