// Made by training/replies/train.ts from Doc2Dial's validation part (Feng et al. 2020, CC BY 3.0); not to be edited.
export const WEIGHTS = {
  withoutPages: { all: 0.569, last: 1.75, lastThree: 0.45, asWritten: 1.068, letters: 2.169, inTalk: 1.255, inLast: -0.499, inAgentsLast: -0.935, yesNo: 1.126, yesNoTwice: -1.422, yesNoUnasked: -0.927, asksFirst: 1.278, asksBack: -0.582, length: -2.185, lengthAfterBrief: -1.352, said: -2.207, figure: 1.285, place: 1.592, greets: 0.819 },
  withPages: { all: 0.078, last: 1.218, lastThree: 0.745, asWritten: 0.768, letters: 1.317, inTalk: -1.187, inLast: -0.388, inAgentsLast: -0.948, yesNo: 1.171, yesNoTwice: -1.14, yesNoUnasked: -0.683, asksFirst: 1.553, asksBack: -0.428, length: 0.628, lengthAfterBrief: -1.828, said: -2.077, figure: 0.912, place: 1.569, greets: 1.175, page: 2.294, passage: 1.67, passageLast: 2.228 }
}
