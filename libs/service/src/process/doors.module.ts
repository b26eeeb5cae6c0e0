import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common';

/** A door and what stands behind it in this process. */
export interface Door {
  provide: InjectionToken;
  useValue: unknown;
}

/** Gives the doors to every module of the process by their abstract classes. */
@Module({})
export class DoorsModule {
  static forRoot(doors: readonly Door[]): DynamicModule {
    return {
      module: DoorsModule,
      global: true,
      providers: doors.map(({ provide, useValue }) => ({ provide, useValue })),
      exports: doors.map(({ provide }) => provide),
    };
  }
}
