import { provideZonelessChangeDetection } from '@angular/core';

/** By signals alone; applications before Angular 20 mostly have zone.js for it. */
export const changeDetection = provideZonelessChangeDetection();
