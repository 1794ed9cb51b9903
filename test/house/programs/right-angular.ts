import { ErrorHandler } from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import Rollbar from 'rollcage';
import { errorHandler } from 'rollcage/angular';

const handler: ErrorHandler = errorHandler(new Rollbar({}));
export const config: ApplicationConfig = {
  providers: [{ provide: ErrorHandler, useValue: handler }],
};
