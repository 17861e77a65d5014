"""Who speaks, where the article leaves it to pronouns and descriptions. All is invented."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article

BEAT = load_beat()


def speakers(text):
    article = Article(id="a", text=text, published=date(2026, 3, 4))
    quotes = [q for q in read_article(article, BEAT).quotes if q.direct]
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Senior official Fawz Barh spoke first. “We are ready to go,” he said.\n"
            "An official told the agency that the talks were long. "
            "The talks were “tough and far too long”, the official said.",
            ["Fawz Barh", "official"],
        ),
        (
            "Two people familiar with it spoke.\n“It is a good plan,” one of the people said.",
            ["one of the people"],
        ),
        (
            "Environment Minister Rosa Acht held a call with Loïc Kerm. A source close to her said "
            "he had been “charming and unmoved”.",
            ["source close to Rosa Acht"],
        ),
        (  # the possessor of what the sentence is about, and no sentence's end behind "Mr."
            "Mr. Ivo Kerm arrived. Mr. Bo Lind was late.\nMr. Kerm’s report on the port, with Mr. "
            "Lind at his side, was short. “We believe in the port,” he said.",
            ["Ivo Kerm"],
        ),
        (
            "The Elba Ministry said so. Iran joined the talks with Oman, which it said were “far "
            "too long and dull”.",
            ["Iran"],
        ),
        (
            "It was long. “We are tired,” said a European who took part in the talks in Elba.\n"
            "“It was cold,” said someone close to the talks.",
            ["European", "someone close to the talks"],
        ),
        (
            "Minister Ann Orr likened the plan to “wood on the bonfire”, while envoy Bo Lind said "
            "nobody must hurry.",
            ["Ann Orr"],
        ),
        (  # the only one named is a woman
            "The speech by Anna Orr was long.\nHe concluded, “We shall bind up the wounds.”",
            [None],
        ),
        (  # "he" of a tag need not be whom the sentence names
            "“There is no way we can keep it up,” said Leonard Bur. Proposals from the "
            "front-runner, Hilary Kohl, to raise taxes, he added, amount to “tinkering at the "
            "edges of it.”",
            ["Leonard Bur", "Leonard Bur"],
        ),
        (  # somebody unnamed came up since
            "“This is a small port,” said Donna Lages.\nAt a shop near it, a middle-aged cashier "
            "was shaken. “One man shouted at me,” said the woman.",
            ["Donna Lages", "woman"],
        ),
        (
            "“This is a small port,” said Donna Lages.\n“I am afraid of it all,” said the woman, "
            "who spoke on condition of anonymity.",
            ["Donna Lages", "woman"],
        ),
        (  # a letter is no person, whatever its ending
            "“You have a new standard,” Donna Lages wrote.\nThe letter goes on: “As a judge, do "
            "explain it to us.”",
            ["Donna Lages", None],
        ),
        (  # another statement than what was said
            "“We are ready for it,” said Tad Devin.\nBut a separate statement issued by the Quint "
            "campaign late on Tuesday was short. The statement spoke of “the right to determine "
            "who leads”.",
            ["Tad Devin", "Quint campaign"],
        ),
        (  # a word in marks is not what goes on
            "“He is no politician of the old kind,” Ana Macr said just after Bo Trum tweeted of "
            "the port and an ultimatum to “fix” it.\n“We have built a strong bond with them.”",
            ["Ana Macr", "Ana Macr"],
        ),
        (
            "Interior Minister Marisol Quint spoke. The minister herself called it “a bad day”.",
            ["Marisol Quint"],
        ),
    ],
)
def test_who_is_meant(text, who):
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A statement posted on the website of the Chinese Defense Ministry struck a harder "
            "tone, saying that “it does not lie with the Chinese side.”",
            "Chinese Defense Ministry",
        ),
        ("Elba News said in a statement it was so. “We will do it,” the statement said.", None),
        (
            "In a statement on Monday, Minister Ann Orr announced it. She left for Bern.\n"
            "“It is a long road,” the statement said.",
            "Ann Orr",
        ),
        (
            "The State Department issued a brief written statement late Tuesday.\n"
            "“It is a long road,” the statement said.",
            "State Department",
        ),
        (
            "The Foreign Ministry said it was over. “It is a long road,” the statement said.",
            "Foreign Ministry",
        ),
        (
            "They left, after what a joint press release called “two hours of consultations”.",
            "joint press release",
        ),
    ],
)
def test_a_paper_speaks_for_whoever_made_it(text, who):
    assert speakers(text) == [who or "Elba News"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Elba Confederation of Growers was angry. The confederation issued a comment "
            "saying it had “heard this for 30 years.”",
            "Elba Confederation of Growers",
        ),
        (
            "Elba Resources (ELB.AX) Chief Executive Ida Kols left. “We talk to all,” the company "
            "said.",
            "Elba Resources",
        ),
    ],
)
def test_a_body_is_named_as_the_article_wrote_it_out(text, who):
    assert speakers(text) == [who]


def test_who_is_passed_on_is_not_who_passes_it_on():
    text = (
        "Foreign Minister Ahn Ji-woo spoke. It was put off “for reasons of timing,” according to a "
        "ministry official.\nIn the call, she told Fang that they were “a stone in the shoe,” the "
        "official said."
    )
    assert speakers(text) == ["ministry official", "Ahn Ji-woo"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Her minister is to receive her, according to a person with knowledge of it.\n"
            "“Everyone has remembered our number,” that person said.",
            "person with knowledge of it",
        ),
        (
            "He left. Three EU diplomats said it was clear. “She told him no,” said one of them.",
            "EU diplomat",
        ),
        (
            "Two senior officials said that it was clear.\n"
            "“The door is open to all of us,” said one of the officials.",
            "senior official",
        ),
        (
            "President Ida Kols met Foreign Minister Ben Orch in Lima.\n"
            "“It was a meeting of friends,” the pair said.",
            "Ida Kols and Ben Orch",
        ),
        (
            "The trade spokesman Jeremy Tanc left. The prime minister's official spokesman said: "
            "“Diaries change every day.”",
            "prime minister's official spokesman",
        ),
        (
            "In a joint statement Sunday, U.S. Defense Secretary Ida Kols, Defense Minister "
            "Ben Orch and Defense Minister Jun Hara “recalled their long work for the sea.”",
            "Ida Kols, Ben Orch and Jun Hara",
        ),
        (
            "Defense Secretary Ida Kols, Defense Minister Ben Orch and Defense Minister Jun Hara "
            "met in Lima.\nThe defense chiefs opposed “any change at all to the sea.”",
            "Ida Kols, Ben Orch and Jun Hara",
        ),
        (
            "Ida Kols, the speaker, stopped short of endorsing candidate Ben Orch on Thursday.\n"
            "“This was our first meeting,” they said in a joint statement.",
            "Ida Kols and Ben Orch",
        ),
        (
            "Foreign Minister Ida Kols and Trade Minister Ben Orch met in Lima.\n"
            "“It is a new day for trade,” the defense chiefs said.",
            "defense chiefs",
        ),
        (  # the clause beside is the official's
            "Ida Kols and Ben Orch last spoke in May and it “did not go well,” a senior Elba "
            "official told the paper at the time.",
            "senior Elba official",
        ),
        ("Quote from Ida Kols: “The sky will be better protected.”", "Ida Kols"),
    ],
)
def test_words_for_the_unnamed_and_for_two(text, who):
    assert speakers(text)[-1] == who
