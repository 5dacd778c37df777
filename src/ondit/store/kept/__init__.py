"""What a store keeps beside articles and what links them: captures, failures, words to search by."""
