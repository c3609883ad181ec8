// Preferences of a Firefox under test: everything through the local proxy, no prompts, no
// background requests.
interface Surroundings {
  readonly proxyPort: number;
  readonly downloads: string;
  /** Add-on id to the UUID in its pages' URLs, which is random otherwise. */
  readonly uuids: Readonly<Record<string, string>>;
}

/** Contents of the profile's user.js. */
export function firefoxPreferences({ proxyPort, downloads, uuids }: Surroundings): string {
  const preferences: Record<string, string | number | boolean> = {
    'marionette.port': 0,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'network.prefetch-next': false,
    'network.http.speculative-parallel-limit': 0,
    'network.trr.mode': 5,
    'dom.security.https_first': false,
    'dom.security.https_only_mode': false,

    'extensions.webextensions.uuids': JSON.stringify(uuids),
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.blocklist.enabled': false,
    // The API page is a JSON file of the extension; the viewer would show it under another origin.
    'devtools.jsonview.enabled': false,

    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',

    'app.update.enabled': false,
    'app.update.auto': false,
    'app.normandy.enabled': false,
    'app.normandy.api_url': '',
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'startup.homepage_welcome_url': '',
    'browser.newtabpage.enabled': false,
    'browser.newtabpage.activity-stream.feeds.section.topstories': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.tabs.warnOnClose': false,
    'browser.warnOnQuit': false,
    'browser.sessionstore.resume_from_crash': false,
    // After a test kills the browser, it would offer troubleshooting mode, without the extension.
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'browser.region.network.url': '',
    'browser.search.update': false,
    'browser.translations.enable': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.server': '',
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'security.sandbox.warn_unprivileged_namespaces': false,
    'intl.accept_languages': 'en-US, en',
    'intl.locale.requested': 'en-US',
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return `${lines.join('\n')}\n`;
}
