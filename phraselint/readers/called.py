"""What other programs call the channels of a record, so that a note can name the right word; none is taken for it."""

from __future__ import annotations

from phraselint.model.conversation import Channel

_CHANNELS = {
    Channel.EMAIL: "mail gmail outlook",
    Channel.CHAT: "whatsapp messenger facebookmessenger telegram signal imessage viber wechat line web website widget "
    "webchat livechat inapp",
    Channel.SOCIAL: "instagram facebook twitter x tiktok linkedin reddit youtube mastodon bluesky review reviews",
    Channel.VOICE: "phone telephone call calls video",
    Channel.SMS: "text textmessage mms",
    Channel.TICKET: "case form webform contactform helpdesk",
    Channel.INTERNAL: "note notes internalnote private privatenote",
}
"""In small letters and digits."""


def channel_meant(written: str) -> str | None:
    """The channel that a word stands for elsewhere, or that it is a slip of; None for neither."""
    plain = "".join(filter(str.isalnum, written.lower()))
    for channel, words in _CHANNELS.items():
        if plain in words.split():
            return channel
    from phraselint.book.nearest import nearest

    return nearest(written, Channel)
