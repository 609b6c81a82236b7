import { describe, expect, it } from "vitest";
import { languageOf } from "./language.js";

describe("languageOf", () => {
  it.each([
    ["en", "The minister said that the talks would go on and that no one had left the room."],
    ["de", "Der Minister sagte, dass die Gespräche weitergehen und niemand den Raum verlassen hat."],
    ["fr", "Le ministre a dit que les négociations vont continuer et que personne ne quitte la salle."],
    ["es", "El ministro dijo que las conversaciones van a seguir y que nadie se fue de la sala."],
    ["it", "Il ministro ha detto che i colloqui della settimana non si fermano e che nessuno lascia la sala."],
    ["ru", "Министр сказал, что переговоры будут идти и что никто не ушел из зала, как было раньше."],
    ["uk", "Міністр сказав, що переговори будуть тривати і що ніхто не пішов із зали, як було раніше."],
    ["vi", "Bộ trưởng nói rằng các cuộc đàm phán sẽ được tiếp tục và không có ai rời khỏi phòng họp."],
    ["zh", "部长表示，会谈将继续进行，没有人离开会议室。"],
    ["ja", "大臣は会談が続くと述べ、誰も部屋を出ていないと語った。"],
    ["ar", "قال الوزير إن المحادثات ستستمر في الأسبوع المقبل وإنه لم يغادر أحد من القاعة على الإطلاق."],
  ])("knows %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
  it("says und for too little, or takes the page's word", () => {
    expect(languageOf("Xylq")).toBe("und");
    expect(languageOf("Xylq", "nl-BE")).toBe("nl");
  });
  it("does not believe a page that calls English German", () => {
    expect(languageOf("The minister said that the talks would go on and that no one had left.", "de")).toBe("en");
  });
});
