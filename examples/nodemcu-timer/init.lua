-- A blinker that counts: a timer drives a pin, the button on GPIO 0 (see button.json) makes it faster.
local LED, BUTTON = 2, 0
gpio.config({ gpio = LED, dir = gpio.OUT }, { gpio = BUTTON, dir = gpio.IN, pull = gpio.PULL_UP })

local level, blinks = 0, 0
local blinker = tmr.create()
blinker:alarm(500, tmr.ALARM_AUTO, function()
  level = 1 - level
  gpio.write(LED, level)
  if level == 1 then
    blinks = blinks + 1
    print("blink", blinks)
  end
end)

gpio.trig(BUTTON, gpio.INTR_DOWN, function()
  print("button: faster")
  blinker:interval(100)
end)
