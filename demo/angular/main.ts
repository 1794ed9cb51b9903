/** `npx vite demo/angular`, beside `npm start`. The compiler comes along, as nothing is built ahead. */
import { changeDetection } from './change-detection';
import '@angular/compiler';
import { ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { errorHandler } from 'rollcage/angular';
import { notifier } from '../notifier.js';
import { App } from './app';

await bootstrapApplication(App, {
  providers: [
    changeDetection,
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useValue: errorHandler(notifier) },
  ],
});
