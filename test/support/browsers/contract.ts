export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface BrowserOptions {
  /** A folder that outlives the browser. WebKit has one undriven only: its automated sessions are private. */
  profile?: string;
}

/** One running browser. Its tabs share cookies and storage. */
export interface Browser {
  readonly engine: Engine;
  readonly version: string;
  readonly pid: number;
  /** A visible tab on an empty page. */
  newTab(): Promise<Tab>;
  /** A browser that shares no storage with this one: a context of its own, in WebKit a new process. */
  isolated(): Promise<Browser>;
  /** Ends the browser. Open tabs may lose what they send while leaving: close them first. */
  close(): Promise<void>;
  /**
   * SIGKILL for the browser and its helpers, as in a power cut. What a page put into localStorage
   * reaches the profile seconds later: after 1.5 s nothing was there in either engine, after 6 s all.
   */
  kill(): Promise<void>;
}

/**
 * What runs in the page: a function that uses nothing from around it, or the text of an expression.
 * A promise is awaited. Arguments and results are plain JSON; `undefined` alone comes back too.
 */
export type Source<T, A extends unknown[]> = string | ((...args: A) => T | Promise<T>);

export interface WaitOptions<A extends unknown[]> {
  args?: A;
  withinMs?: number;
}

export interface Tab {
  /** Console messages as `type: text`, uncaught errors as `uncaught: message`. Empty in WebKit. */
  readonly console: readonly string[];
  goto(url: string): Promise<void>;
  /** WebKit does one thing at a time over all tabs: do not await here what another tab must do first. */
  eval<T, A extends unknown[] = []>(source: Source<T, A>, ...args: A): Promise<T>;
  /** Evaluates until the result is truthy, and returns it. */
  waitFor<T, A extends unknown[] = []>(source: Source<T, A>, options?: WaitOptions<A>): Promise<T>;
  click(selector: string): Promise<void>;
  /** Presses a key, named as in KeyboardEvent.key. WebKit cannot. */
  press?(key: string): Promise<void>;
  /** To the previous address, out of the back/forward cache where the engine has one. */
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Closes the tab as its user would: `visibilitychange` and `pagehide` fire. */
  close(): Promise<void>;
  /** A PNG, also written to the path if there is one. */
  screenshot(path?: string): Promise<Buffer>;
  /** Cuts the network for all tabs of this browser. WebKit cannot. */
  setOffline?(isOffline: boolean): Promise<void>;
}
