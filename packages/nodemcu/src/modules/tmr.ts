/**
 * NodeMCU's `tmr` module (tmr.c of dev-esp32): Lua timers on FreeRTOS software timers.
 * A FreeRTOS timer expires on a tick, so a period is cut to whole ticks and starts at the tick that is running.
 */
import type { LuaState } from './lua-api.js';
import { checkArgument, raise, TaskPriority, type Module, type ModuleContext } from './module.js';

/** Longest interval in milliseconds. */
const INTERVAL_MAX = 6870947;
/** `StaticTimer_t` of FreeRTOS 10.5 on a 32-bit core, from internal RAM. */
const RTOS_TIMER_BYTES = 40;
/** MALLOC_CAP_INTERNAL | MALLOC_CAP_8BIT, what `pvPortMalloc` asks for. */
const RTOS_CAPS = 0x804;
/** CONFIG_FREERTOS_TIMER_QUEUE_LENGTH. */
const TIMER_QUEUE_LENGTH = 10;
const USERDATA_BYTES = 20;
const METATABLE = 'tmr.timer';

const Mode = { single: 0, auto: 1, semi: 2 } as const;

interface Timer {
  mode: number;
  intervalMs: number;
  running: boolean;
  /** Guest address of the FreeRTOS timer, 0 when there is none. */
  rtosTimer: number;
  /** Cancels the event on the clock; undefined when none is scheduled. */
  cancelEvent: (() => void) | undefined;
  callbackRef: number;
  selfRef: number;
}

/**
 * Opens `tmr`.
 * @param ticksPerSecond - CONFIG_FREERTOS_HZ.
 */
export function openTmr(context: ModuleContext, ticksPerSecond: number): Module {
  const { api, clock } = context;
  const registry = api.LUA_REGISTRYINDEX;
  const tick = clock.hz / ticksPerSecond;
  const timerOf = (L: LuaState): Timer => context.checkUserdata(L, 1, METATABLE) as Timer;

  const release = (L: LuaState, reference: number): number => {
    if (reference >= 0) api.luaL_unref(L, registry, reference);
    return api.LUA_NOREF;
  };

  const cancel = (timer: Timer): void => {
    timer.cancelEvent?.();
    timer.cancelEvent = undefined;
  };

  /** Delete commands in the queue of the timer task. */
  const deleted: number[] = [];
  let awaited = false;
  const runTimerTask = (): void => {
    for (const block of deleted.splice(0))
      context.system.free(block, ['vPortFree', 'prvProcessReceivedCommands', 'prvTimerTask']);
  };

  /** The timer task frees the block when it comes to the delete command, after the Lua call, or when its queue is full. */
  const deleteRtosTimer = (timer: Timer): void => {
    const block = timer.rtosTimer;
    timer.rtosTimer = 0;
    cancel(timer);
    if (block === 0) return;
    if (deleted.length === TIMER_QUEUE_LENGTH) runTimerTask();
    deleted.push(block);
    if (awaited) return;
    awaited = true;
    clock.at(clock.now, () => {
      awaited = false;
      runTimerTask();
    });
  };

  const schedule = (timer: Timer): void => {
    const ticks = Math.floor((timer.intervalMs * ticksPerSecond) / 1000);
    timer.cancelEvent = clock.at((Math.floor(clock.now / tick) + ticks) * tick, () => {
      timer.cancelEvent = undefined;
      if (timer.mode === Mode.auto) schedule(timer);
      context.post(TaskPriority.high, 'alarm_timer_task', () => fire(timer));
    });
  };

  const fire = (timer: Timer): void => {
    const { L } = context;
    // Stopped or unregistered while the event was in the queue: the self reference is gone.
    if (timer.callbackRef < 0 || timer.selfRef < 0) return;
    api.lua_rawgeti(L, registry, timer.callbackRef);
    api.lua_rawgeti(L, registry, timer.selfRef);
    if (timer.mode === Mode.single) timer.callbackRef = release(L, timer.callbackRef);
    if (timer.mode !== Mode.auto) {
      timer.selfRef = release(L, timer.selfRef);
      timer.running = false;
    }
    context.callProtected(L, 1, 0);
  };

  const register = (L: LuaState, throughAlarm: boolean): Timer => {
    const timer = timerOf(L);
    const interval = api.luaL_checkinteger(L, 2);
    const mode = api.luaL_checkinteger(L, 3);
    checkArgument(context, L, interval > 0 && interval <= INTERVAL_MAX, 2, `Range: 1-${INTERVAL_MAX}`);
    checkArgument(
      context,
      L,
      mode === Mode.single || mode === Mode.auto || mode === Mode.semi,
      3,
      'Invalid mode',
    );
    api.luaL_checktype(L, 4, api.LUA_TFUNCTION);
    context.within(throughAlarm ? ['tmr_register'] : [], () => {
      if (timer.rtosTimer !== 0) deleteRtosTimer(timer);
      timer.callbackRef = release(L, timer.callbackRef);
      api.lua_pushvalue(L, 4);
      timer.callbackRef = api.luaL_ref(L, registry);
      // A running timer that is registered again keeps its self reference until it is started and fires, or is stopped.
      timer.mode = mode;
      timer.intervalMs = interval;
      timer.running = false;
      timer.rtosTimer = context.system.malloc(RTOS_TIMER_BYTES, RTOS_CAPS, ['pvPortMalloc', 'xTimerCreate']);
      if (timer.rtosTimer === 0) raise(context, L, 'FreeRTOS timer creation failed');
      if (interval * ticksPerSecond < 1000)
        context.abort('assert failed: prvInitialiseNewTimer timers.c (( xTimerPeriodInTicks > 0 ))');
    });
    return timer;
  };

  const start = (L: LuaState, timer: Timer, self: number): boolean => {
    if (timer.selfRef < 0) {
      api.lua_pushvalue(L, self);
      timer.selfRef = api.luaL_ref(L, registry);
    }
    // The self reference stays behind this error, as on the device.
    if (timer.callbackRef < 0) raise(context, L, 'timer not registered');
    if (timer.running) return false;
    timer.running = true;
    schedule(timer);
    return true;
  };

  const stop = (L: LuaState, timer: Timer): boolean => {
    const wasRunning = timer.running;
    timer.running = false;
    timer.selfRef = release(L, timer.selfRef);
    cancel(timer);
    return wasRunning;
  };

  const unregister = (L: LuaState, timer: Timer): void => {
    stop(L, timer);
    timer.callbackRef = release(L, timer.callbackRef);
    deleteRtosTimer(timer);
  };

  const answer = (L: LuaState, value: boolean): number => {
    api.lua_pushboolean(L, value);
    return 1;
  };

  return {
    name: 'tmr',
    table: {
      create: {
        symbol: 'tmr_create',
        call: (L) => {
          const timer: Timer = {
            mode: Mode.single,
            intervalMs: 0,
            running: false,
            rtosTimer: 0,
            cancelEvent: undefined,
            callbackRef: api.LUA_NOREF,
            selfRef: api.LUA_NOREF,
          };
          context.newUserdata(L, USERDATA_BYTES, timer);
          context.setMetatable(L, METATABLE);
          return 1;
        },
      },
      wdclr: {
        symbol: 'tmr_wdclr',
        call: () => {
          context.charge(tick); // vTaskDelay(1)
          return 0;
        },
      },
      ALARM_SINGLE: Mode.single,
      ALARM_AUTO: Mode.auto,
      ALARM_SEMI: Mode.semi,
    },
    metatables: {
      [METATABLE]: {
        register: {
          symbol: 'tmr_register',
          call: (L) => {
            register(L, false);
            return 0;
          },
        },
        alarm: { symbol: 'tmr_alarm', call: (L) => answer(L, start(L, register(L, true), 1)) },
        start: { symbol: 'tmr_start', call: (L) => answer(L, start(L, timerOf(L), 1)) },
        stop: {
          symbol: 'tmr_stop',
          call: (L) => {
            const timer = timerOf(L);
            return answer(L, stop(L, timer));
          },
        },
        unregister: {
          symbol: 'tmr_unregister',
          call: (L) => {
            unregister(L, timerOf(L));
            return 0;
          },
        },
        interval: {
          symbol: 'tmr_interval',
          call: (L) => {
            const timer = timerOf(L);
            const interval = api.luaL_checkinteger(L, 2);
            checkArgument(
              context,
              L,
              interval > 0 && interval <= INTERVAL_MAX,
              2,
              `Range: 1-${INTERVAL_MAX}`,
            );
            if (timer.callbackRef < 0) return 0;
            timer.intervalMs = interval;
            if (timer.running) {
              cancel(timer);
              schedule(timer);
            }
            return 0;
          },
        },
        state: {
          symbol: 'tmr_state',
          call: (L) => {
            const timer = timerOf(L);
            if (timer.callbackRef < 0) {
              api.lua_pushnil(L);
              return 1;
            }
            api.lua_pushboolean(L, timer.running);
            api.lua_pushinteger(L, timer.mode);
            return 2;
          },
        },
        __gc: {
          symbol: 'tmr_delete',
          call: (L) => {
            unregister(L, timerOf(L));
            return 0;
          },
        },
      },
    },
  };
}
