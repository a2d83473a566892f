-- The sensor logger at work for a minute: a sample every second. For recordings (docs/walkthrough-leak.md).
dofile("init.lua")
local n = 0
tmr.create():alarm(1000, tmr.ALARM_AUTO, function(timer)
  sample()
  n = n + 1
  if n == 60 then
    timer:unregister()
    collectgarbage()
  end
end)
