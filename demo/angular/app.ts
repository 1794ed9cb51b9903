import { Component, effect, signal } from '@angular/core';
import { notifier } from '../notifier.js';
import { fail } from './fail';

/** Fails while it renders. */
@Component({ selector: 'shop-price', template: '{{ price() }}' })
export class Price {
  price(): string {
    return `${fail('in render')}`;
  }
}

/** One button for each place where an Angular application can fail. */
@Component({
  selector: 'shop-app',
  imports: [Price],
  template: `
    <h1>Rollcage with Angular</h1>
    <button id="render" (click)="fault.set('render')">in render</button>
    <button id="effect" (click)="fault.set('effect')">in an effect</button>
    <button id="handler" (click)="handler()">in an event handler</button>
    <button id="promise" (click)="promise()">in a promise</button>
    <button id="timer" (click)="timer()">in a timer</button>
    <button id="text" (click)="text()">a text in a timer</button>
    <button id="logged" (click)="logged()">by hand</button>
    <p id="well">All is well.</p>
    @if (fault() === 'render') {
      <shop-price />
    }
  `,
})
export class App {
  readonly fault = signal('');

  constructor() {
    effect(() => {
      if (this.fault() === 'effect') fail('in an effect');
    });
  }

  handler(): void {
    fail('in a handler');
  }

  promise(): void {
    void Promise.resolve().then(() => fail('in a promise'));
  }

  timer(): void {
    setTimeout(() => fail('in a timer'));
  }

  text(): void {
    setTimeout(() => {
      throw 'sold out';
    });
  }

  logged(): void {
    notifier.info('The shelf is empty', { shelf: 7 });
  }
}
