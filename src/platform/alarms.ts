/** Wakes the background worker later, also after it has stopped. The browser rounds up times under half a minute. */
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
