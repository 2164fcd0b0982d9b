/** Wakes the worker later, also after its death. Times under half a minute are rounded up by the browser. */
export const alarms = {
  async set(name: string, minutes: number): Promise<void> {
    await chrome.alarms.create(name, { delayInMinutes: minutes })
  },
  async clear(name: string): Promise<void> {
    await chrome.alarms.clear(name)
  },
  onAlarm(listener: (name: string) => void): void {
    chrome.alarms.onAlarm.addListener((alarm) => listener(alarm.name))
  }
}
