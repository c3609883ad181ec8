// Refusals of the browser that have a second way: a notification without its picture, a tab where there is no window.
import { beforeEach, expect, it, vi } from 'vitest';

const api = vi.hoisted(() => ({
  runtime: { getURL: (path: string) => `chrome-extension://us/${path}` },
  notifications: { create: vi.fn<(id: string, options: object) => Promise<string>>() },
  tabs: { create: vi.fn<(tab: object) => Promise<object>>() },
  windows: {
    create: vi.fn<(window: object) => Promise<object>>(async () => ({})),
    update: vi.fn<(id: number, window: object) => Promise<object>>(async () => ({})),
  },
}));
vi.mock('webextension-polyfill', () => ({ default: api }));
const { notify } = await import('../../src/platform/worker/notifications.ts');
const { openTab } = await import('../../src/platform/worker/tab-actions.ts');

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

it('A notification whose picture can’t be loaded is shown with another one', async () => {
  api.notifications.create.mockImplementation(async (id, options) => {
    if ('iconUrl' in options && String(options.iconUrl).startsWith('data:')) return id;
    throw new Error('Unable to download all specified images.');
  });
  await notify('questions', 'Title', 'Text', 'Button');
  expect(api.notifications.create).toHaveBeenCalledTimes(3);
});

it('A notification that is refused in every way is a failure', async () => {
  api.notifications.create.mockRejectedValue(new Error('Not allowed'));
  await expect(notify('questions', 'Title', 'Text', 'Button')).rejects.toThrow('Not allowed');
});

it('A page opens in a window of its own where there is none', async () => {
  api.tabs.create.mockRejectedValue(new Error('No current window'));
  await openTab('chrome-extension://us/question.html');
  expect(api.windows.create).toHaveBeenCalledWith({
    url: 'chrome-extension://us/question.html',
    focused: true,
  });
});

it('A page that opens behind another window is brought to the front', async () => {
  api.tabs.create.mockResolvedValue({ windowId: 7 });
  await openTab('chrome-extension://us/question.html');
  expect(api.windows.update).toHaveBeenCalledWith(7, { focused: true });
});
